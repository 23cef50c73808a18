import type { Me } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { buttonClass } from '@cinematheque/ui/button-class';
import { fromRoot } from '../base-path.ts';
import styles from './session.module.css';
import { signOut } from './sign-out.ts';

/** A visitor has no business here, and is told where he has. */
export function VisitorPage({ me }: { me: Me }) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>The console is for editors</h1>
        <p className={styles.lead}>
          You are signed in as {me.username}, who may browse the catalog and keep favorites. Ask an
          administrator if you should edit it.
        </p>
        <div className={styles.foot}>
          <a className={buttonClass({ variant: 'primary' })} href={fromRoot('/')}>
            To the site
          </a>
          <Button onClick={() => void signOut()}>Sign out</Button>
        </div>
      </div>
    </main>
  );
}
