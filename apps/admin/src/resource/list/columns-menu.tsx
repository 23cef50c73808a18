import { Popover } from '@base-ui/react/popover';
import { Button } from '@cinematheque/ui/button';
import { ColumnsLabel } from './columns-label.tsx';
import { ColumnsList, type ColumnsProps } from './columns-list.tsx';
import styles from './columns-menu.module.css';

/** Opens what chooses the columns; drawn once somebody has asked for it. */
export default function ColumnsMenu(props: ColumnsProps) {
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger render={<Button />}>
        <ColumnsLabel />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>Columns</Popover.Title>
            <ColumnsList {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
