namespace Mimo;

/// <summary>
/// Names a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>. Types that it lists with <c>[JsonSerializable]</c>
/// are read and written by System.Text.Json instead of generated code, and their schema allows any value.
/// </summary>
/// <param name="context">The context's type.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MimoJsonContextAttribute(Type context) : Attribute
{
    /// <summary>The context's type.</summary>
    public Type Context { get; } = context;
}
