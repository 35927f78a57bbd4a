// Ajv judges the schemas of all types of the catalogue: each must be a valid 2020-12 schema, and must take what was drawn from
// it and what System.Text.Json wrote of the type.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';

const { stdout } = await promisify(execFile)('dotnet', ['run', 'schemas.cs'], { cwd: import.meta.dirname, maxBuffer: 1 << 28 });
const cases = stdout.trim().split('\n').map(line => JSON.parse(line));

// Formats are for models to read; which texts have one is .NET's to say. A word that ajv doesn't know would be a mistake of ours.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });

// An integer of any size may be none to JavaScript.
const isTooLarge = value => typeof value === 'number' ? !Number.isFinite(value) : value !== null && typeof value === 'object' && Object.values(value).some(isTooLarge);

test('ajv: there are hundreds of schemas', () => assert.ok(cases.length > 200, `${cases.length}`));

for (const { name, schema, drawn, written } of cases) {
  test(`ajv: ${name}`, () => {
    assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    const validate = ajv.compile(schema);
    for (const [origin, instances] of [['drawn', drawn], ['written', written]]) {
      for (const instance of instances.filter(instance => !isTooLarge(instance))) {
        assert.ok(validate(instance), `${origin}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(instance)}`);
      }
    }
  });
}
