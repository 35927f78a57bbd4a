using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace Mimo.Tests.Wire;

/// <summary>Compares JSON by its meaning: member order does not count, and a null member is the same as none.</summary>
internal static class Json
{
    public static void AssertEqual(string expected, ReadOnlySpan<byte> actual) => AssertEqual(expected, Encoding.UTF8.GetString(actual));

    public static void AssertEqual(string expected, string actual)
    {
        JsonNode? expectedNode = WithoutNulls(JsonNode.Parse(expected));
        JsonNode? actualNode = WithoutNulls(JsonNode.Parse(actual));
        Assert.True(JsonNode.DeepEquals(expectedNode, actualNode), $"Expected:\n{expectedNode}\nActual:\n{actualNode}");
    }

    public static string Write(MimoRequest request, MimoFormat format, bool stream = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        request.WriteTo(buffer, format, stream);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Data(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", name));

    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToArray())
                {
                    if (value is null)
                    {
                        members.Remove(name);
                    }
                    else
                    {
                        WithoutNulls(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    WithoutNulls(item);
                }

                break;
        }

        return node;
    }
}
