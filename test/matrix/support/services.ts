import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const MODULES = join(__dirname, '../../../src/modules');

/**
 * Reads every service of the modules, and reports each public method that is given a caller and does not begin by
 * asserting an action, or by handing the caller on to what does.
 */
export function serviceFindings(): string[] {
  return readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.service.ts'))
    .flatMap((file) => findingsIn(file, readFileSync(join(MODULES, file), 'utf8')));
}

export function findingsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const bodies = new Map<string, ts.Block>();
  const methods: string[] = [];
  const visit = (node: ts.Node): void => {
    const isFunction = ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node);
    if (isFunction && node.body && node.name && takesCaller(node)) {
      bodies.set(node.name.getText(), node.body);
      if (ts.isMethodDeclaration(node) && !isPrivate(node)) methods.push(node.name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const asserts = (name: string, passed: readonly string[] = []): boolean => {
    // Taking arguments apart comes before anything is done.
    const first = bodies
      .get(name)
      ?.statements.map((statement) => statement.getText())
      .find((statement) => !/^(const|let) [^(]*$/.test(statement));
    if (first === undefined || passed.includes(name)) return false;
    if (/\bcaller\.assert\('[\w.]+'\)/.test(first)) return true;
    // Another service, which is read by itself; or a function of the same file.
    const [, of, next] = /\b(this\.\w+\.|this\.|)(\w+)(?:<[\w<>]+>)?\(\s*caller\b/.exec(first) ?? [];
    if (of === undefined || next === undefined) return false;
    return /^this\.\w+\.$/.test(of) || asserts(next, [...passed, name]);
  };
  return methods
    .filter((name) => !asserts(name))
    .map((name) => `${file}: ${name}() is given a caller and does not first assert an action`);
}

function takesCaller({ parameters }: ts.SignatureDeclarationBase): boolean {
  return parameters.some(({ type }) => type?.getText() === 'Caller');
}

function isPrivate(node: ts.MethodDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false;
}
