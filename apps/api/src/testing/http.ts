import type { Readable } from 'node:stream';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { z } from 'zod';
import { procedureOf } from '../procedures.ts';

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
    const answer = await app.inject(options);
    const { statusCode, headers } = answer;
    const text = options.payloadAsStream ? await firstEvent(answer.stream()) : answer.payload;
    const body = readBody(text);
    // A stream has begun before it can be refused: then the refusal is its first event.
    return { status: body.error?.httpStatus ?? statusCode, headers, text, ...body };
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

/** What a subscription says first, as any other answer says it; then the line is cut. */
async function firstEvent(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    const refusal = text.match(/^event: serialized-error\ndata: (.*)$/m)?.[1];
    if (refusal) return `{"error":${refusal}}`;
    const data = text.match(/^data: (.*)\nid: .*$/m)?.[1];
    if (data) return `{"result":{"data":${data}}}`;
  }
  return text;
}

/** The request that calls a procedure with an input that is JSON already. */
export function requestOf(path: string, json: string | undefined, headers: Headers = {}): InjectOptions {
  const { type } = procedureOf(path);
  if (type !== 'mutation') {
    const query = json === undefined ? '' : `?input=${encodeURIComponent(json)}`;
    const payloadAsStream = type === 'subscription';
    return { method: 'GET', url: `/trpc/${path}${query}`, headers, payloadAsStream };
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
