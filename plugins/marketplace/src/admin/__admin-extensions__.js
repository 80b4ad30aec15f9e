
      // Auto-generated index file for Medusa Admin UI extensions
    import WidgetComponent0, { config as WidgetConfig0 } from "/work/main/plugins/marketplace/src/admin/widgets/order-consignments.tsx"
import WidgetComponent1, { config as WidgetConfig1 } from "/work/main/plugins/marketplace/src/admin/widgets/product-seller.tsx"

const widgetModule = { widgets: [
  {
    Component: WidgetComponent0,
    zone: ["order.details.after"],
    widgetId: "Widget-a2bf"
},
{
    Component: WidgetComponent1,
    zone: ["product.details.side.before"],
    widgetId: "Widget-89e0"
}
] }
    import RouteComponent0, { config as HandleConfig0 } from "/work/main/plugins/marketplace/src/admin/routes/money/page.tsx"
import RouteComponent1, { config as HandleConfig1 } from "/work/main/plugins/marketplace/src/admin/routes/sellers/page.tsx"

const routeModule = { routes: [
    {
    Component: RouteComponent0,
    path: "/money",
    handle: { label: HandleConfig0.label, translationNs: HandleConfig0.translationNs }
  },
{
    Component: RouteComponent1,
    path: "/sellers",
    handle: { label: HandleConfig1.label, translationNs: HandleConfig1.translationNs }
  }
]
 }
    import { config as RouteConfig0 } from "/work/main/plugins/marketplace/src/admin/routes/money/page.tsx"
import { config as RouteConfig1 } from "/work/main/plugins/marketplace/src/admin/routes/sellers/page.tsx"

const menuItemModule = { menuItems: [
    {
    label: RouteConfig0.label,
    icon: RouteConfig0.icon,
    path: "/money",
    nested: undefined,
    rank: undefined,
    translationNs: undefined
  },
{
    label: RouteConfig1.label,
    icon: RouteConfig1.icon,
    path: "/sellers",
    nested: undefined,
    rank: undefined,
    translationNs: undefined
  }
]
 }
    

const formModule = { customFields: {
  
} }
    

const displayModule = { 
    displays: {
      
    }
   }
    import { deepMerge } from "@medusajs/admin-shared"

const i18nModule = { resources: {} }
    

const cellRendererModule = {}
    

const layoutModule = { layouts: [
  
] }
    

const searchEntityModule = {}

    const plugin = {
      widgetModule,
      routeModule,
      menuItemModule,
      formModule,
      displayModule,
      i18nModule,
      cellRendererModule,
      layoutModule,
      searchEntityModule
    }

    export default plugin
    