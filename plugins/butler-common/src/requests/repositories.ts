import { z } from 'zod';
import { repositoryDirectory } from '../rules';
import { branchSchema, gitUrlSchema, objectNameSchema } from './fields';

const MAX_REPOSITORIES = 20;
const DIRECTORY = /^(?!\.{1,2}$)(?!-)[A-Za-z0-9._-]{1,100}$/;

/** Whether a repository can be cloned into a directory of that name. */
export function isDirectoryName(name: string): boolean {
  return DIRECTORY.test(name);
}

/** One repository that a workspace clones. Its credential is named; where that lives is not said, so it is the team's. */
export const repositorySchema = z.strictObject({
  url: gitUrlSchema('Give the URL of the repository, or remove this line.'),
  name: z
    .string()
    .regex(DIRECTORY, 'Use letters, digits, dots, dashes and underscores.')
    .optional(),
  branch: branchSchema.optional(),
  secretRef: z.strictObject({ name: objectNameSchema }).optional(),
});

/** The repositories of a workspace or template: each in a directory of its own. */
export const repositoriesSchema = z
  .array(repositorySchema)
  .max(MAX_REPOSITORIES, `${MAX_REPOSITORIES} repositories at most.`)
  .superRefine((repositories, context) => {
    const seen = new Set<string>();
    repositories.forEach((repository, index) => {
      const directory = repositoryDirectory(repository);
      const report = (message: string) => {
        const path = [index, repository.name === undefined ? 'url' : 'name'];
        context.addIssue({ code: 'custom', path, message });
      };
      // `https://host/a/..` would be cloned over the directory above.
      if (!isDirectoryName(directory)) {
        report(
          'No directory can be called like the end of this URL; name one.',
        );
      } else if (seen.has(directory)) {
        report(
          `Another repository is cloned to “${directory}” already; give one of them a directory name.`,
        );
      }
      seen.add(directory);
    });
  });
