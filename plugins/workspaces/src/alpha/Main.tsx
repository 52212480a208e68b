import { ChambersPages } from '../ChambersPages';

/** The pages in the landmark that the new frontend system leaves to the plugin. */
export function Main() {
  return (
    <main>
      <ChambersPages />
    </main>
  );
}
