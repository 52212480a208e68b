import { Header, Page } from '@backstage/core-components';
import { ChambersPages } from './ChambersPages';

/** Chambers with the header that the legacy frontend system leaves to the plugin. */
export function LegacyPage() {
  return (
    <Page themeId="tool">
      <Header title="Chambers" />
      <ChambersPages />
    </Page>
  );
}
