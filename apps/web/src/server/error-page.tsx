import { buttonClass } from '@cinematheque/ui/button-class';
import { ErrorState } from '@cinematheque/ui/error-state';
import { renderToStaticMarkup } from 'react-dom/server';
import { Wordmark } from '../components/wordmark.tsx';
import styles from './error-page.module.css';

export interface ErrorPageProps {
  status: number;
  requestId: string;
  siteName: string;
  basePath: string;
  styles: string[];
}

/** A page without router, data and scripts, for when one of those has failed. */
export function renderErrorPage(props: ErrorPageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<ErrorDocument {...props} />)}`;
}

function ErrorDocument({ status, requestId, siteName, basePath, styles: sheets }: ErrorPageProps) {
  const busy = status === 503;
  const home = `${basePath}/`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${busy ? 'Back in a moment' : 'Something went wrong'} · ${siteName}`}</title>
        <link rel="icon" href={`${basePath}/favicon.svg`} type="image/svg+xml" />
        {sheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <main className={`page ${styles.page}`}>
          <a href={home} className={styles.home}>
            <Wordmark name={siteName} />
          </a>
          <ErrorState
            title={busy ? 'The catalog is busy or restarting' : 'Something went wrong on our side'}
            requestId={requestId}
            action={
              <a href={home} className={buttonClass()}>
                Go to the first page
              </a>
            }
          >
            {busy
              ? 'Try again in a moment: reload this page.'
              : 'Reload this page. If it happens again, tell whoever runs this site, with the reference below.'}
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
