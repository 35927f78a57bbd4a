using System.Reflection;
using System.Text;

namespace Mimo.Types.Tests.Judging;

/// <summary>A tool that takes one value and gives it back, so that one call goes from JSON through reader, value and writer to JSON.</summary>
/// <param name="Name">The holder's and the method's names.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Parameter">The method's only parameter.</param>
public sealed record EchoCase(string Name, MimoTool Tool, ParameterInfo Parameter)
{
    public const string ArgumentName = "value";

    public Type Type => Parameter.ParameterType;

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable => Nullable.GetUnderlyingType(Type) is not null || new NullabilityInfoContext().Create(Parameter).WriteState == NullabilityState.Nullable;

    /// <summary>The cases of all tool holders of an assembly.</summary>
    public static IEnumerable<EchoCase> In(Assembly assembly, string @namespace)
    {
        foreach (Type holder in assembly.GetTypes().Where(type => type.Namespace == @namespace).OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            List<MethodInfo> methods = holder.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(static method => method.IsDefined(typeof(MimoToolAttribute)))
                .ToList();
            if (methods.Count == 0)
            {
                continue;
            }

            var tools = (MimoToolSet)holder.GetProperty("Tools", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            foreach (MethodInfo method in methods)
            {
                string name = method.Name;
                MimoTool tool = tools.Single(tool => tool.Name.Replace("_", "", StringComparison.Ordinal).Equals(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
                yield return new EchoCase($"{holder.Name}.{name}", tool, method.GetParameters().Single());
            }
        }
    }

    /// <summary>Calls the tool with a value's JSON.</summary>
    public EchoOutcome Call(string valueJson) => CallWith($$"""{"{{ArgumentName}}":{{valueJson}}}""");

    /// <summary>Calls the tool with whole arguments.</summary>
    public EchoOutcome CallWith(string arguments) => CallWith(Encoding.UTF8.GetBytes(arguments));

    /// <inheritdoc cref="CallWith(string)"/>
    public EchoOutcome CallWith(ReadOnlyMemory<byte> arguments)
    {
        Task<MimoToolResult> call = Tool.InvokeAsync(arguments).AsTask();
        Assert.True(call.IsCompletedSuccessfully, "An echo does not wait for anything.");
        return new EchoOutcome(call.Result, Kept.Last);
    }

    public override string ToString() => Name;
}

/// <param name="Result">What the tool gave.</param>
/// <param name="Value">What the reader made, if it made something.</param>
public sealed record EchoOutcome(MimoToolResult Result, object? Value);
