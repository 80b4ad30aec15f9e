import { readdirSync } from "node:fs"

import ts from "typescript"

import { root } from "../folders.ts"

const folders = ["backend", ...["attribution", "marketplace", "provenance", "stripe"].map(plugin)]
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"])

function plugin(name: string): string {
  return `plugins/${name}`
}

/** A route's function as its source says it; the types are the checker's. */
export type Handler = {
  method: string
  /** `/seller/lots/{id}` */
  path: string
  /** The docstring, unwrapped; empty when there is none. */
  text: string
  body: ts.Type | undefined
  query: ts.Type | undefined
  response: ts.Type | undefined
  /** Status and media type, where the source names them: 200 and JSON otherwise. */
  status: number
  mediaType: string
}

/** Every route of ours, read off the folders as Medusa reads them, and the checker that knows them. */
export function readHandlers(): { handlers: Handler[]; checker: ts.TypeChecker } {
  const files = folders.flatMap((folder) => routeFiles(`${root}${folder}/src/api/`))
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}backend/tsconfig.json`, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    `${root}backend`,
  )
  const program = ts.createProgram(
    files.map(({ file }) => file),
    { ...options, noEmit: true },
  )
  const checker = program.getTypeChecker()
  const handlers = files.flatMap(({ file, path }) => {
    const source = program.getSourceFile(file)
    return source ? handlersOf(source, path, checker) : []
  })
  return { handlers, checker }
}

function routeFiles(api: string): { file: string; path: string }[] {
  return readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .sort()
    .map((file) => ({
      file: api + file,
      path: `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`,
    }))
}

function handlersOf(source: ts.SourceFile, path: string, checker: ts.TypeChecker): Handler[] {
  return source.statements.filter(isHandler).map((node) => {
    const [request, response] = node.parameters.map((parameter) => argumentsOf(parameter, checker))
    const code = node.getText(source)
    return {
      method: node.name!.text.toLowerCase(),
      path,
      text: textOf(node),
      body: known(request?.[0]),
      query: known(request?.[1]),
      response: known(response?.[0]),
      status: Number(/\.status\((2\d\d)\)/.exec(code)?.[1] ?? 200),
      mediaType:
        /["'`]((?:text|image|application)\/[\w.+-]+)/.exec(code)?.[1] ?? "application/json",
    }
  })
}

function isHandler(node: ts.Statement): node is ts.FunctionDeclaration {
  return (
    ts.isFunctionDeclaration(node) &&
    methods.has(node.name?.text ?? "") &&
    (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function textOf(node: ts.FunctionDeclaration): string {
  const [doc] = ts.getJSDocCommentsAndTags(node)
  const text = doc && ts.getTextOfJSDocComment(doc.comment)
  return (text ?? "").replace(/\s+/g, " ").trim()
}

/** What stands between the angle brackets of a parameter's type. */
function argumentsOf(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): ts.Type[] {
  const { type } = parameter
  if (!type || !ts.isTypeReferenceNode(type)) return []
  return (type.typeArguments ?? []).map((node) => checker.getTypeFromTypeNode(node))
}

/** `unknown`, `never` and `any` say nothing. */
function known(type: ts.Type | undefined): ts.Type | undefined {
  const nothing = ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.Any
  return type && !(type.flags & nothing) ? type : undefined
}
