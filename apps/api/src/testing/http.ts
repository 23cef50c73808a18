import type { FastifyInstance, InjectOptions } from 'fastify';
import { z } from 'zod';
import { procedureOf } from './procedures.ts';

export type Headers = Record<string, string>;

/** The error of an answer, as every client reads it. */
const errorBody = z.object({
  error: z.object({
    message: z.string(),
    data: z.looseObject({
      code: z.string(),
      httpStatus: z.number(),
      fields: z.record(z.string(), z.string()).optional(),
      usage: z.array(z.unknown()).optional(),
      conflict: z.object({ changeId: z.number(), changes: z.array(z.unknown()) }).optional(),
    }),
  }),
});
const okBody = z.object({ result: z.object({ data: z.unknown() }) });

export interface Answer {
  status: number;
  /** What the procedure gave. */
  data: unknown;
  /** VALIDATION, FORBIDDEN, ...; null when all went well. */
  code: string | null;
  message: string;
  fields: Record<string, string>;
  error: z.infer<typeof errorBody>['error']['data'] | null;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
}

/** Calls procedures as any HTTP client does: queries by GET, mutations by POST. */
export function httpClient(app: FastifyInstance) {
  async function send(options: InjectOptions): Promise<Answer> {
    const { statusCode, headers, payload } = await app.inject(options);
    return { status: statusCode, headers, text: payload, ...readBody(payload) };
  }
  const call = (path: string, input?: unknown, headers: Headers = {}): Promise<Answer> =>
    send(requestOf(path, input === undefined ? undefined : JSON.stringify(input), headers));
  return {
    send,
    call,
    /** The Cookie header of a new session. */
    async signIn(name: string, password: string): Promise<string> {
      const answer = await call('account.signIn', { email: name, password });
      if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${answer.text}`);
      return cookieFrom(answer.headers['set-cookie']);
    },
  };
}

/** The request that calls a procedure with an input that is JSON already. */
export function requestOf(path: string, json: string | undefined, headers: Headers = {}): InjectOptions {
  if (procedureOf(path).type === 'query') {
    const query = json === undefined ? '' : `?input=${encodeURIComponent(json)}`;
    return { method: 'GET', url: `/trpc/${path}${query}`, headers };
  }
  return {
    method: 'POST',
    url: `/trpc/${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: json,
  };
}

/** What a browser would send back of a Set-Cookie header. */
export const cookieFrom = (setCookie: unknown): string =>
  String([setCookie].flat()[0] ?? '').split(';')[0] ?? '';

function readBody(payload: string): Pick<Answer, 'data' | 'code' | 'message' | 'fields' | 'error'> {
  const none = { data: null, code: null, message: '', fields: {}, error: null };
  const body = parseJson(payload);
  const ok = okBody.safeParse(body);
  if (ok.success) return { ...none, data: ok.data.result.data };
  const failed = errorBody.safeParse(body);
  if (!failed.success) return none;
  const { message, data } = failed.data.error;
  return { data: null, code: data.code, message, fields: data.fields ?? {}, error: data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
