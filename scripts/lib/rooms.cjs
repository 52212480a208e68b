/**
 * ESLint configuration by which the folders of a package (its rooms) import in one direction: a room knows itself and those of
 * the floors below, nothing else. So no two rooms know each other, and a new folder is of use to others once its floor is
 * chosen. Tests may look everywhere, and so may files beside the rooms, which wire.
 *
 * @param {string} root the package's folder
 * @param {string[][]} floors paths in `src`, the lowest first; a file on a floor is there to be imported only
 */
module.exports = function rooms(root, floors) {
  const zones = floors.flatMap((floor, level) =>
    floor
      .filter(room => !/\.tsx?$/.test(room))
      .map(room => ({
        target: `src/${room}`,
        from: 'src',
        except: [room, ...floors.slice(0, level).flat()],
        message: `${room} may know only what is on a floor below it in .eslintrc.js.`,
      })),
  );
  return {
    // Without TypeScript's endings no file would be found, and nothing reported.
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      'import/no-restricted-paths': ['error', { basePath: root, zones }],
    },
    testRules: { 'import/no-restricted-paths': 'off' },
  };
};
