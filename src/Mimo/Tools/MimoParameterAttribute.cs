namespace Mimo;

/// <summary>Sets how a tool's parameter is called and described to the model.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MimoParameterAttribute : Attribute
{
    /// <summary>The property's name in the tool's JSON arguments. Null: the parameter's C# name.</summary>
    public string? Name { get; set; }

    /// <summary>What the parameter means, as the model reads it. Null: taken from the documentation.</summary>
    public string? Description { get; set; }
}
