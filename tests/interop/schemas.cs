#:project ../Mimo.Types.Tests/Mimo.Types.Tests.csproj
#:property PublishAot=false

// Prints the catalogue of types: a line of JSON for each, with its schema and instances of it.
using Mimo.Types.Tests;

SchemaFile.Write(Console.Out);
