import type { Me } from '@cinematheque/shared/user';
import { Link } from '@tanstack/react-router';
import { LayoutDashboard, Server } from 'lucide-react';
import { List } from '../list.tsx';
import type { Resource } from '../resource/resource.ts';
import styles from './menu.module.css';
import { resourcesOf } from './nav.ts';

const groups: Resource['group'][] = ['Catalog', 'Library', 'People', 'Joins'];

export interface MenuProps {
  me: Me;
  /** Only the pictures are seen; names come with the pointer, and to a screen reader. */
  narrow?: boolean;
  /** After one was chosen. */
  onGo?: () => void;
}

/** The overview, the resources by group, and the system; what is for administrators for them only. */
export function Menu({ me, narrow = false, onGo }: MenuProps) {
  const shown = resourcesOf(me);
  return (
    <nav className={styles.menu} aria-label="Console" data-narrow={narrow || undefined}>
      <Link
        to="/"
        className={styles.item}
        activeOptions={{ exact: true }}
        onClick={onGo}
        title={narrow ? 'Overview' : undefined}
      >
        <LayoutDashboard size={18} aria-hidden="true" />
        <span className={styles.label}>Overview</span>
      </Link>
      {groups.map((group) => {
        const members = shown.filter((resource) => resource.group === group);
        if (!members.length) return null;
        return (
          <div key={group}>
            <h2 className={styles.group} id={`menu-${group}`}>
              <span className={styles.label}>{group}</span>
            </h2>
            <List aria-labelledby={`menu-${group}`}>
              {members.map(({ name, label, icon: Icon }) => (
                <li key={name}>
                  <Link
                    to="/$resource"
                    params={{ resource: name }}
                    className={styles.item}
                    onClick={onGo}
                    title={narrow ? label : undefined}
                  >
                    <Icon size={18} aria-hidden="true" />
                    <span className={styles.label}>{label}</span>
                  </Link>
                </li>
              ))}
            </List>
          </div>
        );
      })}
      {me.role === 'admin' && (
        <Link to="/system" className={styles.item} onClick={onGo} title={narrow ? 'System' : undefined}>
          <Server size={18} aria-hidden="true" />
          <span className={styles.label}>System</span>
        </Link>
      )}
    </nav>
  );
}
