import type { ErrorDetails } from '@cinematheque/shared/error';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { toAppError } from './errors.ts';

/** What Fastify itself refuses, by status, in tRPC's terms: its own messages are for developers. */
const refusals: Record<number, { key: TRPC_ERROR_CODE_KEY; message: string }> = {
  400: { key: 'BAD_REQUEST', message: 'This request cannot be understood' },
  404: { key: 'NOT_FOUND', message: 'There is nothing here' },
  408: { key: 'TIMEOUT', message: 'The request took too long to arrive' },
  413: { key: 'PAYLOAD_TOO_LARGE', message: 'This is too large' },
  415: {
    key: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send JSON (or, to /files, one picture as multipart/form-data)',
  },
  503: { key: 'SERVICE_UNAVAILABLE', message: 'The server is stopping or busy. Try again in a moment.' },
};
const ours = { key: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' } as const;

interface Answer {
  status: number;
  body: {
    error: {
      message: string;
      /** tRPC's number of the error: without it, its client takes an answer for none of ours. */
      code: number;
      data: { code: string; httpStatus: number; requestId: string } & ErrorDetails;
    };
  };
}

/** An error outside tRPC in tRPC's shape, so that a client reads `error.data.code` everywhere. */
export function errorAnswer(error: unknown, requestId: string): Answer {
  const known = toAppError(error);
  const status = known ? getHTTPStatusCodeFromError(known) : statusOf(error);
  const refusal = refusals[status] ?? (status >= 400 && status < 500 ? refusals[400] : undefined);
  const { key, message } = known ? { key: known.code, message: known.message } : (refusal ?? ours);
  const httpStatus = known || refusal ? status : 500;
  const code = known?.appCode ?? (key === 'BAD_REQUEST' ? 'VALIDATION' : key);
  return {
    status: httpStatus,
    body: {
      error: {
        message,
        code: TRPC_ERROR_CODES_BY_KEY[key],
        data: { code, httpStatus, requestId, ...known?.details },
      },
    },
  };
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}
