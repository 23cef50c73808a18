import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type ErrorDetails, toAppError } from './errors.ts';

/** What Fastify itself refuses, by status: its own messages are for developers. */
const refusals: Record<number, { code: string; message: string }> = {
  400: { code: 'VALIDATION', message: 'This request cannot be understood' },
  404: { code: 'NOT_FOUND', message: 'There is nothing here' },
  408: { code: 'TIMEOUT', message: 'The request took too long to arrive' },
  413: { code: 'PAYLOAD_TOO_LARGE', message: 'This is too large' },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send JSON (or, to /files, one picture as multipart/form-data)',
  },
  503: { code: 'SERVICE_UNAVAILABLE', message: 'The server is stopping or busy. Try again in a moment.' },
};

interface Answer {
  status: number;
  body: {
    error: {
      message: string;
      data: { code: string; httpStatus: number; requestId: string } & ErrorDetails;
    };
  };
}

/** An error outside tRPC in tRPC's shape, so that a client reads `error.data.code` everywhere. */
export function errorAnswer(error: unknown, requestId: string): Answer {
  const known = toAppError(error);
  if (known) {
    const status = getHTTPStatusCodeFromError(known);
    return answer(status, known.appCode, known.message, requestId, known.details);
  }
  const status = statusOf(error);
  const refusal = refusals[status] ?? (status >= 400 && status < 500 ? refusals[400] : undefined);
  return refusal
    ? answer(status, refusal.code, refusal.message, requestId)
    : answer(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', requestId);
}

const answer = (
  httpStatus: number,
  code: string,
  message: string,
  requestId: string,
  details: ErrorDetails = {},
): Answer => ({
  status: httpStatus,
  body: { error: { message, data: { code, httpStatus, requestId, ...details } } },
});

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}
