import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { announce } from '../announce.tsx';
import styles from './tokens.module.css';

/** The one time that a token is seen. */
export function NewToken({ name, token }: { name: string; token: string }) {
  async function copy() {
    await navigator.clipboard.writeText(token);
    announce('The token is copied');
  }
  return (
    <div className={styles.made}>
      <Notice tone="success" announce title={`“${name}” is made`}>
        Copy it now: it is not shown again.
      </Notice>
      <div className={styles.token}>
        <TextInput readOnly value={token} aria-label="The token" onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
    </div>
  );
}
