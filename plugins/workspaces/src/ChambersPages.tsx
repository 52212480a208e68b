import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { ChambersTheme } from './components/ChambersTheme';
import { NotFoundPage } from './components/NotFoundPage';
import { ArrivalProvider } from './hooks';

const ListPage = lazy(() =>
  import('./features/list').then(({ ListPage: page }) => ({ default: page })),
);
const CreatePage = lazy(() =>
  import('./features/create').then(({ CreatePage: page }) => ({
    default: page,
  })),
);
const DetailsPage = lazy(() =>
  import('./features/details').then(({ DetailsPage: page }) => ({
    default: page,
  })),
);

const TemplatesPage = lazy(() =>
  import('./features/templates').then(({ TemplatesPage: page }) => ({
    default: page,
  })),
);
const TemplatePage = lazy(() =>
  import('./features/templates').then(({ TemplatePage: page }) => ({
    default: page,
  })),
);
const NewTemplatePage = lazy(() =>
  import('./features/templates').then(({ NewTemplatePage: page }) => ({
    default: page,
  })),
);
const EditTemplatePage = lazy(() =>
  import('./features/templates').then(({ EditTemplatePage: page }) => ({
    default: page,
  })),
);

/** Chambers' pages under the path where the app mounts them. */
export function ChambersPages() {
  return (
    <ChambersTheme>
      <ArrivalProvider>
        <Suspense fallback={<Progress />}>
          <Routes>
            <Route path="/" element={<ListPage />} />
            <Route path="/create" element={<CreatePage />} />
            <Route path="/templates" element={<TemplatesPage />} />
            <Route path="/new-template" element={<NewTemplatePage />} />
            <Route
              path="/templates/:namespace/:name"
              element={<TemplatePage />}
            />
            <Route
              path="/templates/:namespace/:name/edit"
              element={<EditTemplatePage />}
            />
            <Route path="/:team/:name" element={<DetailsPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ArrivalProvider>
    </ChambersTheme>
  );
}
