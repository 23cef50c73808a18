import { CSPProvider } from '@base-ui/react/csp-provider';
import '@cinematheque/ui/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './query-client.ts';
import { InPlace } from './resource/in-place.ts';
import { resources } from './resources/registry.ts';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The shell has no root');

createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <InPlace value={resources}>
          <RouterProvider router={router} />
        </InPlace>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
