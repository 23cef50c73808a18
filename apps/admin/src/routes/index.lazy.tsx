import { createLazyFileRoute } from '@tanstack/react-router';
import { DashboardPage } from '../dashboard/dashboard-page.tsx';

export const Route = createLazyFileRoute('/')({ component: DashboardPage });
