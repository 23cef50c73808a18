import { Writable } from 'node:stream';
import type { AnyRouter } from '@tanstack/react-router';
import { getSsrStatus, transformHtmlStringWithRouter } from '@tanstack/react-router/ssr/server';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

/**
 * Renders a page to its end before anything is sent. The loaders have fetched all data by now, so nothing is left to
 * stream, and a component that throws can still become a page with a status of its own.
 */
export async function renderWhole(router: AnyRouter, page: ReactNode, headers: Headers): Promise<Response> {
  const html = await renderHtml(router, page);
  // Both React and the router write a doctype.
  const whole = await transformHtmlStringWithRouter(router, html.replace(/^<!doctype html>/i, ''));
  return new Response(whole, { status: getSsrStatus(router), headers });
}

function renderHtml(router: AnyRouter, page: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        resolve(Buffer.concat(chunks).toString());
        done();
      },
    });
    const stream = renderToPipeableStream(page, {
      nonce: router.options.ssr?.nonce,
      // Boundaries stay where they are, however large.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => stream.pipe(sink),
      // React would show the boundary's fallback and go on; reject first, and the rest is ignored.
      onError: reject,
      onShellError: reject,
    });
  });
}
