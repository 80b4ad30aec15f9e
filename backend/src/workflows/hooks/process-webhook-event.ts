import { processWebhookEventWorkflow } from "@shangxing/stripe/workflows"

import { followEffect } from "../payment/follow-effect"

processWebhookEventWorkflow.hooks.effectRead(async ({ effect }, { container }) => {
  if (effect) await followEffect(container, effect)
})
