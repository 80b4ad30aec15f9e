import medusa from "@medusajs/eslint-plugin"
import prettier from "eslint-config-prettier"
import astro from "eslint-plugin-astro"
import { defineConfig, globalIgnores } from "eslint/config"
import tseslint from "typescript-eslint"

/** Forbids imports that match `regex`; `message` says where the thing belongs instead. */
const forbidImports = (regex, message) => ({
  "no-restricted-imports": ["error", { patterns: [{ regex, message }] }],
})

const sizeLimits = {
  complexity: ["error", 10],
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", 70],
}

export default defineConfig(
  globalIgnores([
    "**/node_modules/",
    "**/.medusa/",
    "**/dist/",
    "**/.astro/",
    "**/.local/",
    "**/migrations/",
    "**/playwright-report/",
    "**/test-results/",
  ]),

  // Typed rules: a forgotten `await` in a workflow or a subscriber is lost money.
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...sizeLimits,
      "@typescript-eslint/restrict-template-expressions": "off",
      // `_name` says that a value is left out on purpose.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" },
      ],
    },
  },
  // A describe() block is one long function, and Jest's mocks are unbound on purpose.
  {
    files: ["**/*.spec.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/unbound-method": "off" },
  },

  // Medusa's own rules. `medusa develop` runs these too, and won't start while one fails.
  {
    files: ["backend/**/*.{ts,tsx}", "plugins/**/*.{ts,tsx}"],
    extends: [(medusa.default ?? medusa).configs.recommended],
    // Medusa's idiom: service methods are async even when they await nothing,
    // and `super(...arguments)` hands the container on.
    rules: { "@typescript-eslint/require-await": "off", "prefer-rest-params": "off" },
  },

  // The boundaries (docs/architecture.md). Each message says where the thing belongs instead.
  {
    files: ["plugins/*/src/domain/**/*.ts"],
    ignores: ["**/*.spec.ts"],
    rules: {
      ...forbidImports(
        "^(?!\\./|@shangxing/(exact|epcis)$)",
        "domain/ is pure: import only ./siblings, @shangxing/exact and @shangxing/epcis; take the rest as arguments.",
      ),
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "domain/ has no clock: take `now` as an argument.",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "domain/ has no clock: take `now` as an argument.",
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: "domain/ has no dice: take the value as an argument.",
        },
      ],
      // A broken invariant is a bug, not an HTTP answer: a RangeError is right here.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
  {
    files: ["plugins/*/src/modules/**/*.ts"],
    rules: forbidImports(
      "^@shangxing/(?!(exact|epcis)$)|/(workflows|api|links|subscribers|jobs)(/|$)",
      "A module knows only its models and domain/. Compose modules in workflows/.",
    ),
  },
  {
    files: ["plugins/*/src/**/*.{ts,tsx}"],
    ignores: ["plugins/*/src/{domain,modules}/**"],
    rules: forbidImports(
      "^@shangxing/(?!(exact|epcis)$)",
      "Plugins never import each other. Compose them in backend/.",
    ),
  },
  {
    files: ["storefront/src/**/*.{astro,ts,tsx}"],
    rules: forbidImports("^@medusajs/", "The storefront talks HTTP: use createApi from ~/lib/api."),
  },
  // What runs outside Medusa (npm start, npm test, the seed) has no MedusaError to throw.
  {
    files: ["backend/src/local/**/*.ts"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },

  astro.configs["flat/recommended"],
  { files: ["**/*.{js,mjs,cjs}"], extends: [tseslint.configs.disableTypeChecked] },
  { files: ["**/*.astro"], rules: { "max-lines": ["error", 300] } },
  prettier,
)
