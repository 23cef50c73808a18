import { Button } from '@cinematheque/ui/button';
import { Dialog } from '../../dialog.tsx';

export interface LeaveDialogProps {
  /** What would be lost, in words. */
  changed: string[];
  onStay: () => void;
  onLeave: () => void;
}

/** Asks before what was typed is lost. */
export function LeaveDialog({ changed, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Dialog
      title="Leave without saving?"
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>Stay</Button>
          <Button variant="danger" onClick={onLeave}>
            Leave without saving
          </Button>
        </>
      }
    >
      <p>Not saved: {changed.join(', ')}.</p>
    </Dialog>
  );
}
