import { PageTitle } from '../components/page-title.tsx';
import { AddressPart } from './address-part.tsx';
import { DataPart } from './data-part.tsx';
import { DevicesPart } from './devices-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { ProfilePart } from './profile-part.tsx';
import { useViewer } from './viewer.ts';

/** Everything about one's own account, part by part. */
export function AccountView() {
  const viewer = useViewer();
  // Signed out, and on the way to another page.
  if (!viewer) return null;
  return (
    <div className="page">
      <PageTitle line={`Signed in as ${viewer.username}`}>Account</PageTitle>
      <ProfilePart viewer={viewer} />
      <AddressPart viewer={viewer} />
      <PasswordPart viewer={viewer} />
      <DevicesPart />
      <DataPart viewer={viewer} />
    </div>
  );
}
