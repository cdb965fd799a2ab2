import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Refusal } from '../../refusal';
import type { Language, Text } from '../../text';
import type { DocumentLimit, DocumentLimits } from './document-limits';

/** The cost of an operation in the answer, under `extensions.cost`. */
export interface CostReport {
  /** Of this operation; null where it was refused before its cost was computed. */
  requested: number | null;
  /** Limit of one operation. */
  limit: number;
  /** Limit of all operations in a minute, and what is left of it, rounded down to a hundredth of it. */
  budget: number;
  remaining: number;
}

const BROKEN: Record<DocumentLimit, { reason: string; text: (limit: number) => Text }> = {
  depth: {
    reason: 'OPERATION_TOO_DEEP',
    text: (limit) => ({
      zh: `查询嵌套过深：最多 ${limit} 层。请拆成几个查询。`,
      en: `The operation is nested too deeply: ${limit} levels at most. Split it into several.`,
    }),
  },
  aliases: {
    reason: 'TOO_MANY_ALIASES',
    text: (limit) => ({
      zh: `查询中的别名过多：最多 ${limit} 个。请拆成几个查询。`,
      en: `The operation has too many aliases: ${limit} at most. Split it into several.`,
    }),
  },
  directives: {
    reason: 'TOO_MANY_DIRECTIVES',
    text: (limit) => ({
      zh: `查询中的指令过多：最多 ${limit} 个。`,
      en: `The operation has too many directives: ${limit} at most.`,
    }),
  },
  selections: {
    reason: 'OPERATION_TOO_LARGE',
    text: (limit) => ({
      zh: `查询的字段过多：连同片段最多 ${limit} 个。请拆成几个查询。`,
      en: `The operation has too many fields: ${limit} at most, fragments included. Split it into several.`,
    }),
  },
};

/** The refusal of an operation whose form breaks a limit. */
export function beyondLimit(limit: DocumentLimit, limits: DocumentLimits): Refusal {
  const { reason, text } = BROKEN[limit];
  return new Refusal('BAD_USER_INPUT', text(limits[limit]), { reason, limit: limits[limit] });
}

export function tooCostly(cost: number, limit: number): Refusal {
  return new Refusal(
    'BAD_USER_INPUT',
    {
      zh: `此查询的成本为 ${cost}，超过上限 ${limit}。请减小 first，或分几次查询。`,
      en: `This operation would cost ${cost}, more than the limit of ${limit}. Ask for smaller pages (first), or for less at a time.`,
    },
    { reason: 'OPERATION_TOO_COSTLY', cost, limit },
  );
}

export function budgetSpent(seconds: number): Refusal {
  return new Refusal(
    'TOO_MANY_REQUESTS',
    {
      zh: `查询过于频繁，本分钟的额度已用完，请在 ${seconds} 秒后再试。`,
      en: `Too much was asked for within a minute. Please try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );
}

/** The refusal where none of the document's operations has the given name, or it has several and none was named. */
export function noSuchOperation(): Refusal {
  return new Refusal(
    'BAD_USER_INPUT',
    {
      zh: '请求中没有可执行的操作。请核对 operationName：文档含多个操作时必须指明其中一个；不支持 subscription。',
      en: 'There is no such operation. Check operationName: it must name one of the document where it has several. Subscriptions are not supported.',
    },
    { reason: 'UNKNOWN_OPERATION' },
  );
}

export function schemaForMembers(): Refusal {
  return new Refusal('UNAUTHENTICATED', {
    zh: '登录后才能查看接口的结构（introspection）。',
    en: 'Sign in to read the schema (introspection).',
  });
}

/**
 * A refusal as an error that Apollo accepts before execution; with Retry-After, where there is a wait, and the cost as an
 * extension, where the answer itself has none.
 */
export function refused(refusal: Refusal, language: Language, cost?: CostReport): GraphQLError {
  const { code, details, text } = refusal;
  const seconds = details.retryAfterSeconds;
  const http =
    typeof seconds === 'number'
      ? { http: { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) } }
      : {};
  const costExtension = cost ? { cost } : {};
  return new GraphQLError(text[language], { extensions: { code, ...details, ...costExtension, ...http } });
}
