import type { Me } from '@cinematheque/shared/user';
import { Link } from '@tanstack/react-router';
import { List } from '../list.tsx';
import type { Resource } from '../resource/resource.ts';
import { resources } from '../resources/registry.ts';
import styles from './shell.module.css';

const groups: Resource['group'][] = ['Catalog', 'Library', 'Joins', 'People'];

/** The resources by group; those of administrators for administrators only. */
export function Menu({ me }: { me: Me }) {
  const shown = Object.values(resources).filter(
    ({ administrators }) => !administrators || me.role === 'admin',
  );
  return (
    <nav className={styles.menu} aria-label="Console">
      {groups.map((group) => {
        const members = shown.filter((resource) => resource.group === group);
        if (!members.length) return null;
        return (
          <div key={group}>
            <h2 className={styles.group} id={`menu-${group}`}>
              {group}
            </h2>
            <List aria-labelledby={`menu-${group}`}>
              {members.map(({ name, label, icon: Icon }) => (
                <li key={name}>
                  <Link to="/$resource" params={{ resource: name }} className={styles.item}>
                    <Icon size={18} aria-hidden="true" />
                    {label}
                  </Link>
                </li>
              ))}
            </List>
          </div>
        );
      })}
    </nav>
  );
}
