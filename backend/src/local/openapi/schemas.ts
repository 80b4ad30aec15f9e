import ts from "typescript"

/** A JSON Schema (draft 2020-12, as OpenAPI 3.1 takes it). */
export type Schema = { [keyword: string]: unknown }

/** Writes types of TypeScript as JSON Schemas; types with a name are written once, as components. */
export class Schemas {
  readonly components: Record<string, Schema> = {}
  readonly #names = new Map<ts.Type, string>()
  readonly #checker: ts.TypeChecker

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker
  }

  of(type: ts.Type): Schema {
    return this.#simple(type) ?? this.#union(type) ?? this.#named(type)
  }

  /** The properties of an object type, each with its schema: a query's parameters. */
  properties(type: ts.Type): { name: string; isRequired: boolean; schema: Schema; text: string }[] {
    return this.#checker.getPropertiesOfType(type).map((property) => ({
      name: property.name,
      isRequired: !(property.flags & ts.SymbolFlags.Optional),
      schema: this.of(this.#typeOf(property)),
      text: ts.displayPartsToString(property.getDocumentationComment(this.#checker)),
    }))
  }

  #typeOf(property: ts.Symbol): ts.Type {
    const type = this.#checker.getTypeOfSymbol(property)
    return property.flags & ts.SymbolFlags.Optional ? this.#checker.getNonNullableType(type) : type
  }

  #simple(type: ts.Type): Schema | undefined {
    if (type.isStringLiteral()) return { type: "string", const: type.value }
    if (type.isNumberLiteral()) return { type: "number", const: type.value }
    const { flags } = type
    if (flags & ts.TypeFlags.BooleanLiteral) {
      return { type: "boolean", const: this.#checker.typeToString(type) === "true" }
    }
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: "string" }
    if (flags & ts.TypeFlags.Number) return { type: "number" }
    if (flags & ts.TypeFlags.Boolean) return { type: "boolean" }
    if (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) return { type: "null" }
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    return undefined
  }

  #union(type: ts.Type): Schema | undefined {
    if (!type.isUnion()) return undefined
    const members = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined))
    if (members.length > 0 && members.every((one) => one.isStringLiteral())) {
      return { type: "string", enum: members.map(({ value }) => value).sort() }
    }
    const isBoolean = (one: ts.Type) => Boolean(one.flags & ts.TypeFlags.BooleanLiteral)
    const others = members.filter((one) => !isBoolean(one)).map((one) => this.of(one))
    const booleans = members.filter(isBoolean)
    const all = [
      ...others,
      ...(booleans.length === 2 ? [{ type: "boolean" }] : booleans.map((one) => this.of(one))),
    ]
    return all.length === 1 ? all[0] : { anyOf: all }
  }

  #named(type: ts.Type): Schema {
    const alias = type.aliasSymbol
    const isPlain = alias && (type.aliasTypeArguments ?? []).length === 0
    if (!isPlain || this.#isList(type)) return this.#object(type)
    const known = this.#names.get(type)
    if (known) return { $ref: `#/components/schemas/${known}` }
    let name = alias.name
    while (name in this.components) name += "_"
    this.#names.set(type, name)
    this.components[name] = {}
    this.components[name] = this.#object(type)
    return { $ref: `#/components/schemas/${name}` }
  }

  #isList(type: ts.Type): boolean {
    return this.#checker.isArrayType(type) || this.#checker.isTupleType(type)
  }

  #object(type: ts.Type): Schema {
    if (this.#isList(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference)
      return { type: "array", items: item ? this.of(item) : {} }
    }
    if (type.symbol?.name === "Date") return { type: "string", format: "date-time" }
    const every = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String)
    const properties = this.properties(type)
    const required = properties.filter(({ isRequired }) => isRequired).map(({ name }) => name)
    return {
      type: "object",
      ...(properties.length > 0 && {
        properties: Object.fromEntries(
          properties.map(({ name, schema, text }) => [
            name,
            text ? { ...schema, description: text.replace(/\s+/g, " ") } : schema,
          ]),
        ),
      }),
      ...(required.length > 0 && { required }),
      ...(every && { additionalProperties: this.of(every.type) }),
    }
  }
}
