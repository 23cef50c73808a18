import { EmptyState } from '@cinematheque/ui/empty-state';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { countriesOptions } from '../../browse/choices.ts';
import { IndexList } from '../../components/index-list.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { countryLink } from '../../links.ts';

export const Route = createFileRoute('/countries/')({
  loader: async ({ context }) => {
    await context.queryClient.ensureQueryData(countriesOptions(context));
  },
  head: ({ match }) =>
    pageHead(match.context, {
      title: 'Countries',
      description: 'The films of the catalog by the country that made them.',
      path: '/countries',
    }),
  component: CountriesPage,
});

function CountriesPage() {
  const { data: countries } = useSuspenseQuery(countriesOptions(Route.useRouteContext()));
  return (
    <div className="page">
      <PageTitle line={countOf(countries.length, 'country', 'countries')}>Countries</PageTitle>
      {countries.length === 0 && <EmptyState title="No countries yet" />}
      <IndexList
        items={countries}
        size="large"
        link={(country) => (props) => <Link {...countryLink(country)} {...props} />}
      />
    </div>
  );
}
