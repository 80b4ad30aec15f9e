import type { InferTypeOf } from "@medusajs/framework/types"

import type { Consignment } from "./models/consignment"
import type { PaymentAllocation } from "./models/payment-allocation"

export type ConsignmentRow = InferTypeOf<typeof Consignment>
export type AllocationRow = InferTypeOf<typeof PaymentAllocation>
