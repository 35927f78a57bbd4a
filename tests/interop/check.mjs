// The official clients of both formats talk to the local MiMo and must not notice that it is not the real one.
// Run: npm ci && npm run check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

let server, openai, anthropic;

before(async () => {
  server = spawn('dotnet', ['run', 'server.cs'], { cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await new Promise((resolve, reject) => {
    server.stdout.once('data', data => resolve(data.toString()));
    server.once('exit', code => reject(new Error(`the server ended with ${code}`)));
  });
  const [endpoint, apiKey] = line.trim().split(' ');
  openai = new OpenAI({ baseURL: `${endpoint}v1`, apiKey, maxRetries: 0 });
  anthropic = new Anthropic({ baseURL: `${endpoint}anthropic`, apiKey, maxRetries: 0 });
});

after(() => server.stdin.end());

const model = 'mimo-v2-pro';
const question = { role: 'user', content: 'What is the weather like in Beijing?' };
const schema = { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] };
const openaiTools = [{ type: 'function', function: { name: 'get_current_weather', description: 'Get the current weather', parameters: schema } }];
const anthropicTools = [{ name: 'get_current_weather', description: 'Get the current weather', input_schema: schema }];

test('openai: the model list', async () => {
  const ids = [];
  for await (const entry of openai.models.list()) ids.push(entry.id);
  assert.ok(ids.includes(model));
});

test('openai: a tool loop that sends the message back as it came', async () => {
  const first = await openai.chat.completions.create({ model, messages: [question], tools: openaiTools });
  const message = first.choices[0].message;
  assert.equal(first.choices[0].finish_reason, 'tool_calls');
  assert.deepEqual(JSON.parse(message.tool_calls[0].function.arguments), { location: 'Beijing' });
  assert.ok(message.reasoning_content.length > 0);
  const result = { role: 'tool', tool_call_id: message.tool_calls[0].id, content: 'Sunny.' };
  const second = await openai.chat.completions.create({ model, messages: [question, message, result], tools: openaiTools });
  assert.equal(second.choices[0].message.content, 'get_current_weather says: Sunny.');
  assert.equal(second.usage.total_tokens, second.usage.prompt_tokens + second.usage.completion_tokens);
});

test('openai: dropping the reasoning is a bad request', async () => {
  const first = await openai.chat.completions.create({ model, messages: [question], tools: openaiTools });
  const { reasoning_content: _, ...message } = first.choices[0].message;
  const result = { role: 'tool', tool_call_id: message.tool_calls[0].id, content: 'Sunny.' };
  await assert.rejects(
    openai.chat.completions.create({ model, messages: [question, message, result], tools: openaiTools }),
    error => error instanceof OpenAI.BadRequestError && error.code === '400' && error.param.startsWith('The reasoning_content'));
});

test('openai: a stream of text', async () => {
  let text = '', reasoning = '', usage, finish;
  for await (const chunk of await openai.chat.completions.create({ model, messages: [{ role: 'user', content: 'Who are you?' }], stream: true })) {
    text += chunk.choices[0]?.delta.content ?? '';
    reasoning += chunk.choices[0]?.delta.reasoning_content ?? '';
    finish ??= chunk.choices[0]?.finish_reason;
    usage ??= chunk.usage;
  }
  assert.match(text, /I am MiMo/);
  assert.ok(reasoning.length > 0);
  assert.equal(finish, 'stop');
  assert.ok(usage.completion_tokens > 0);
});

test('openai: the stream helper puts a tool call together', async () => {
  const stream = openai.chat.completions.stream({ model, messages: [question], tools: openaiTools });
  const message = await stream.finalMessage();
  assert.equal(message.tool_calls[0].function.name, 'get_current_weather');
  assert.deepEqual(JSON.parse(message.tool_calls[0].function.arguments), { location: 'Beijing' });
});

test('openai: a web search names its sources', async () => {
  const answer = await openai.chat.completions.create({ model, messages: [{ role: 'user', content: 'Who won?' }], tools: [{ type: 'web_search', force_search: true }] });
  assert.equal(answer.choices[0].message.annotations[0].title, 'Who won?');
  assert.deepEqual(answer.usage.web_search_usage, { tool_usage: 1, page_usage: 1 });
});

test('openai: a wrong key', async () => {
  const stranger = openai.withOptions({ apiKey: 'another' });
  await assert.rejects(stranger.chat.completions.create({ model, messages: [question] }), OpenAI.AuthenticationError);
});

test('anthropic: a tool loop that sends the content back as it came', async () => {
  const first = await anthropic.messages.create({ model, max_tokens: 1024, messages: [question], tools: anthropicTools });
  assert.equal(first.stop_reason, 'tool_use');
  const use = first.content.find(block => block.type === 'tool_use');
  assert.deepEqual(use.input, { location: 'Beijing' });
  const messages = [
    question,
    { role: 'assistant', content: first.content },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: use.id, content: 'Sunny.' }] },
  ];
  const second = await anthropic.messages.create({ model, max_tokens: 1024, messages, tools: anthropicTools });
  assert.equal(second.content.find(block => block.type === 'text').text, 'get_current_weather says: Sunny.');
});

test('anthropic: the stream helper puts a message together', async () => {
  const message = await anthropic.messages.stream({ model, max_tokens: 1024, messages: [question], tools: anthropicTools }).finalMessage();
  assert.deepEqual(message.content.map(block => block.type), ['thinking', 'tool_use']);
  assert.deepEqual(message.content[1].input, { location: 'Beijing' });
  assert.equal(message.stop_reason, 'tool_use');
  assert.ok(message.usage.output_tokens > 0);
});

test('anthropic: an unknown model is a bad request', async () => {
  await assert.rejects(
    anthropic.messages.create({ model: 'claude', max_tokens: 1024, messages: [question] }),
    error => error instanceof Anthropic.BadRequestError && error.error.error.param === 'Not supported model claude');
});
