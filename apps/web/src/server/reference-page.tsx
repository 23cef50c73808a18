import type { ProcedureReference, Reference, RouterReference } from '@cinematheque/shared/reference';
import { renderToStaticMarkup } from 'react-dom/server';
import { Wordmark } from '../components/wordmark.tsx';
import styles from './reference-page.module.css';

export interface ReferencePageProps {
  reference: Reference;
  /** The site's own address, without a slash at its end. */
  siteUrl: string;
  siteName: string;
  basePath: string;
  styles: string[];
}

/** The API's reference. It is read, not used: no script. */
export function renderReferencePage(props: ReferencePageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<ReferenceDocument {...props} />)}`;
}

function ReferenceDocument({ reference, siteUrl, siteName, basePath, styles: sheets }: ReferencePageProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`API reference · ${siteName}`}</title>
        <meta
          name="description"
          content="Every procedure of this catalog's API, with what it takes and gives."
        />
        <link rel="canonical" href={`${siteUrl}/docs`} />
        <link rel="icon" href={`${basePath}/favicon.svg`} type="image/svg+xml" />
        {sheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <div className={`page ${styles.page}`}>
          <nav className={styles.contents} aria-label="Routers">
            <a href={`${basePath}/`} className={styles.home}>
              <Wordmark name={siteName} />
            </a>
            <ul className={styles.names}>
              {reference.routers.map(({ name }) => (
                <li key={name}>
                  <a href={`#${name}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
          <main className={styles.main}>
            <Introduction siteUrl={siteUrl} basePath={basePath} />
            {reference.routers.map((router) => (
              <RouterPart key={router.name} router={router} />
            ))}
          </main>
        </div>
      </body>
    </html>
  );
}

function Introduction({ siteUrl, basePath }: Pick<ReferencePageProps, 'siteUrl' | 'basePath'>) {
  return (
    <header className={styles.introduction}>
      <h1 className={styles.title}>API reference</h1>
      <p>
        Everything the site and the console do goes through these procedures. A query is a GET with its input
        as JSON in the address, a mutation a POST with its input as JSON in the body; both answer{' '}
        <code>{'{ "result": { "data": … } }'}</code>, and an error{' '}
        <code>{'{ "error": { "message", "data": { "code", "fields" } } }'}</code>. Instants are ISO 8601 with
        Z, days YYYY-MM-DD.
      </p>
      <p>In TypeScript the client knows all of it:</p>
      <Code>
        {`import { createClient } from '@cinematheque/client';\n\nconst client = createClient({ url: '${siteUrl}/trpc' });`}
      </Code>
      <p>
        For other languages, <a href={`${basePath}/openapi.json`}>openapi.json</a> describes what everybody
        may read.
      </p>
    </header>
  );
}

function RouterPart({ router: { name, about, procedures } }: { router: RouterReference }) {
  return (
    <section className={styles.router} aria-labelledby={name}>
      <h2 id={name} className={styles.name}>
        {name}
      </h2>
      <p className={styles.about}>{about}</p>
      {procedures.map((procedure) => (
        <ProcedurePart key={procedure.path} procedure={procedure} />
      ))}
    </section>
  );
}

/** Who may call a procedure. */
const callers = {
  anon: 'everybody',
  visitor: 'whoever is signed in',
  editor: 'editors',
  admin: 'administrators',
} as const;

function ProcedurePart({ procedure }: { procedure: ProcedureReference }) {
  const { path, type, role, input, output, call, curl } = procedure;
  return (
    <details className={styles.procedure} id={path}>
      <summary className={styles.summary}>
        <code className={styles.path}>{path}</code>
        <span className={styles.kind}>
          {type} · {callers[role]}
        </span>
      </summary>
      <Code>{curl ? `${call}\n\n${curl}` : call}</Code>
      <h3 className={styles.label}>Takes</h3>
      {input ? <Code>{input}</Code> : <p>Nothing.</p>}
      <h3 className={styles.label}>Gives</h3>
      {output ? <Code>{output}</Code> : <p>A stream of events.</p>}
    </details>
  );
}

function Code({ children }: { children: string }) {
  return (
    // Scrolled by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the focus (WCAG 2.1.1)
    <pre className={styles.code} tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
