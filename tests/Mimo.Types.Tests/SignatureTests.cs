using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mimo.Types.Tests.Judging;
using Mimo.Types.Tests.Signatures;

namespace Mimo.Types.Tests;

/// <summary>Signatures in the style of function-calling leaderboards: their schemas are as written by hand, and calls reach the method unchanged.</summary>
public sealed class SignatureTests
{
    private static readonly Dictionary<string, MethodInfo> Methods = typeof(SignatureTools).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(static method => method.IsDefined(typeof(MimoToolAttribute)))
        .ToDictionary(static method => method.GetCustomAttribute<MimoToolAttribute>()!.Name!, StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Options = WithEmptyNames();

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Fact]
    public void Every_signature_is_written_down() => Assert.Equal(
        Methods.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_is_as_written_by_hand(string name)
    {
        MimoTool tool = SignatureTools.Tools.Named(name);
        JsonElement expected = Read(name);
        JsonElement actual = JsonElement.Parse(tool.ParametersSchema.Span);

        Assert.Equal(expected.GetProperty("description").GetString(), tool.Description);
        Assert.True(JsonElement.DeepEquals(expected.GetProperty("parameters"), actual), actual.GetRawText());
        Assert.Equal(MemberNames(expected.GetProperty("parameters")), MemberNames(actual));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_reaches_the_method_unchanged(string name)
    {
        MethodInfo method = Methods[name];
        Assert.NotEmpty(Read(name).GetProperty("calls").EnumerateArray());
        foreach (JsonElement call in Read(name).GetProperty("calls").EnumerateArray())
        {
            Assert.Equal("kept", await SignatureTools.Tools.Named(name).AnswerAsync(call.GetProperty("arguments").GetRawText()));

            var received = new JsonObject();
            foreach ((ParameterInfo parameter, object? value) in method.GetParameters().Zip(Assert.IsType<object?[]>(Kept.Last)))
            {
                received[parameter.GetCustomAttribute<MimoParameterAttribute>()?.Name ?? parameter.Name!] = JsonNode.Parse(JsonSerializer.Serialize(value, parameter.ParameterType, Options));
            }

            string expected = call.TryGetProperty("received", out JsonElement other) ? other.GetRawText() : call.GetProperty("arguments").GetRawText();
            Assert.Equal(CanonicalJson.Of(expected, sortsItems: false), CanonicalJson.Of(received.ToJsonString(), sortsItems: false));
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Signatures");

    private static JsonElement Read(string name) => JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    private static JsonSerializerOptions WithEmptyNames()
    {
        var options = new JsonSerializerOptions(Judge.Options);
        options.Converters.Insert(0, new EnumWriter<TemperatureUnit>());
        options.Converters.Insert(0, new EnumWriter<TicketPriority>());
        return options;
    }

    /// <summary>In the order in which a model reads and writes them.</summary>
    private static IEnumerable<string> MemberNames(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(static member => member.Name);

    /// <summary>System.Text.Json knows no empty names.</summary>
    private sealed class EnumWriter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name);
    }
}
