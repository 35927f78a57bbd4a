using System.Reflection;
using System.Text;

namespace Mimo.Generators.Tests.Languages;

/// <summary>Calls every tool of an assembly with arguments that fit and with some that don't, and writes down what comes back.</summary>
internal static class ToolLog
{
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["take_scalars"] = """
            {"text":"😀","flag":true,"letter":"x","a":-1,"b":2,"c":-3,"d":4,"e":-5,"f":6,"g":-7,"h":8,"i":-9,"j":10,"k":11,"l":0.5,"m":1.5,"n":2.5,"o":3.50,
             "p":"d9428888-122b-11e1-b85c-61cd3cbb3210","q":"2026-03-20T10:00:00","r":"2026-03-20T10:00:00+01:00","s":"2026-03-20","t":"10:30:00","u":"PT1H30M",
             "v":"https://example.org/a","w":"1.2.3","x":"AQI=","y":"AQID"}
            """,
        ["constrained"] = """{"number":3,"text":"abc","pattern":"ab\"","items":[1,2],"allowed":"b\"*/","denied":4,"mail":"a@example.org","url":"https://example.org","base64":"AQI=","entries":{"a":1}}""",
        ["collections"] = """
            {"array":[1],"list":["a"],"meals":[{"na\"me\\n":"Soup","price":3}],"set":["Mild","very \"hot\"*/"],"queue":[1,2],"stack":[3,4],"guids":["d9428888-122b-11e1-b85c-61cd3cbb3210"],
             "sequence":[1,null],"immutable":[1],"numbered":{"1":"a"},"byHeat":{"Mild":[1]},"sorted":{"d9428888-122b-11e1-b85c-61cd3cbb3210":true},"jagged":[[1],[2,3]]}
            """,
        ["objects"] = """
            {"menu":{"title":"Noon","meals":[{"na\"me\\n":"Soup","price":3,"heat":"MILD","tags":["new"]}],"served":["Monday","Tuesday"],"until":"2026-03-20"},"payment":{"amount":3,"lastDigits":"1234","$type":"card*/"},
             "strict":{"number":1,"unknown":[1]},"point":{"x":1,"y":2.5},"code":"C","known":"K","the \"guest\"":{"name":"Ann","friend":null,"seat":{"x":0,"y":0},"wishes":[]}}
            """,
        ["anything"] = """{"element":[1],"node":{"a":1},"object":{"b":2},"array":[3],"any":true}""",
        ["pay"] = """{"amount":"12.5"}""",
        ["table"] = """{"days":["Monday"]}""",
        ["class"] = """{"class":"c","reader":"r","scope":"s","call":"l","writer":"w","value":"v"}""",
        ["double"] = """{"number":2.25}""",
        ["optional"] = """{"number":"12","heat":"Mild","meal":{"na\"me\\n":"Soup","price":1001}}""",
    };

    public static async Task<List<string>> RunAsync(Assembly assembly)
    {
        var log = new List<string>();
        foreach (MimoTool tool in assembly.GetTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal).SelectMany(ToolsOf))
        {
            log.Add($"{tool.Name}: {tool.Description} {tool.Effect} {tool.RequireApproval} {Encoding.UTF8.GetString(tool.ParametersSchema.Span)}");
            foreach (string arguments in new[] { Arguments.GetValueOrDefault(tool.Name, """{"text":"a","meal":"soup","table":"1","why":"because"}"""), "{}", "[1]", """{"text":{},"menu":{"meals":[{}]},"payment":{"$type":"x"},"heat":"?"}""" })
            {
                MimoToolResult result = await tool.InvokeAsync(Encoding.UTF8.GetBytes(arguments));
                log.Add($"  {result.IsError} {result.Content} {result.Exception?.Message}");
            }
        }

        return log;
    }

    private static IEnumerable<MimoTool> ToolsOf(Type type)
    {
        if (type.IsNested && type.DeclaringType!.Name != "InstanceTools")
        {
            return [];
        }

        if (type.GetProperty("Tools", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) is MimoToolSet tools)
        {
            return tools;
        }

        return typeof(IMimoToolSource).IsAssignableFrom(type)
            ? ((IMimoToolSource)Activator.CreateInstance(type, type.GetConstructors().Any(static constructor => constructor.GetParameters().Length == 1) ? [1] : [])!).Tools
            : [];
    }
}
