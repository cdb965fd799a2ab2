import { dirname } from 'node:path';
import ts from 'typescript';

/** The declared row type of a statement. */
export interface DeclaredRow {
  label: string;
  /** File and line of the declaration. */
  at: string;
  required: string[];
  optional: string[];
}

/** Reads every `statement<Row>('label', …)` under a folder, as the compiler sees its row type. */
export function declaredRows(configFile: string, folder: string): DeclaredRow[] {
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as { config: object };
  const root = dirname(configFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: [folder] },
    ts.sys,
    root,
  );
  delete options.tsBuildInfoFile;
  const program = ts.createProgram(
    fileNames,
    { ...options, types: [], incremental: false },
    ownFiles(options),
  );
  const checker = program.getTypeChecker();
  const found: DeclaredRow[] = [];
  const visit = (source: ts.SourceFile, node: ts.Node): void => {
    const row = ts.isCallExpression(node) ? rowTypeOf(node) : undefined;
    if (row) {
      const properties = checker.getPropertiesOfType(checker.getTypeFromTypeNode(row.type));
      const named = (isOptional: boolean): string[] =>
        properties
          .filter(({ flags }) => ((flags & ts.SymbolFlags.Optional) !== 0) === isOptional)
          .map(({ name }) => name)
          .sort();
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const at = `${source.fileName.slice(root.length + 1)}:${line}`;
      found.push({ label: row.label, at, required: named(false), optional: named(true) });
    }
    ts.forEachChild(node, (child) => visit(source, child));
  };
  for (const source of program.getSourceFiles()) {
    if (!source.isDeclarationFile && source.fileName.startsWith(root)) visit(source, source);
  }
  return found;
}

/** Resolves relative imports alone: no row type comes from a package, and reading their types takes most of the time. */
function ownFiles(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, file) =>
    literals.map(({ text }) =>
      text.startsWith('.') ? ts.resolveModuleName(text, file, options, host) : { resolvedModule: undefined },
    );
  return host;
}

function rowTypeOf(call: ts.CallExpression): { label: string; type: ts.TypeNode } | undefined {
  const [label] = call.arguments;
  const [type] = call.typeArguments ?? [];
  const isDeclaration = ts.isIdentifier(call.expression) && call.expression.text === 'statement';
  return isDeclaration && type && label && ts.isStringLiteral(label)
    ? { label: label.text, type }
    : undefined;
}
