import { Route, Routes, useLocation } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { TestAppOptions } from '@backstage/frontend-test-utils';
import { butlerApiRef } from '../api';
import type { ButlerApi } from '../api';
import { ArrivalProvider } from '../hooks';
import { rootRouteRef } from '../routes';

function Elsewhere() {
  const { pathname } = useLocation();
  return <p>Elsewhere: {pathname}</p>;
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

/**
 * Renders a page of Chambers where its address is. Any other path shows `Elsewhere: PATH`, and an
 * output named `Address` tells the path with its query.
 *
 * @param at - the address, such as `/chambers/payments/web-api?tab=events`
 * @param path - its pattern, such as `/chambers/:team/:name`
 * @param config - the app's configuration
 * @param features - what the app has besides, such as translations
 */
export function renderChambers(
  page: JSX.Element,
  {
    api,
    at = '/chambers',
    path = '/chambers',
    config,
    features,
  }: {
    api: ButlerApi;
    at?: string;
    path?: string;
    config?: TestAppOptions['config'];
    features?: TestAppOptions['features'];
  },
) {
  return renderInTestApp(
    <ArrivalProvider>
      <Routes>
        <Route path={path} element={page} />
        <Route path="*" element={<Elsewhere />} />
      </Routes>
      <Address />
    </ArrivalProvider>,
    {
      apis: [[butlerApiRef, api]],
      mountedRoutes: { '/chambers': rootRouteRef },
      initialRouteEntries: [at],
      config,
      features,
    },
  );
}
