#:project ../../src/Mimo.Testing/Mimo.Testing.csproj

// The local MiMo as a program: prints its endpoint and its key, and runs until its input ends.
using Mimo.Testing;

await using MimoServer server = await MimoServer.StartAsync();
await Console.Out.WriteLineAsync($"{server.Endpoint} {server.ApiKey}");
await Console.In.ReadToEndAsync();
