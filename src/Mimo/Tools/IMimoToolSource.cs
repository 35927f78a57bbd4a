namespace Mimo;

/// <summary>Something that offers tools. Types with instance tool methods implement it in generated code.</summary>
public interface IMimoToolSource
{
    /// <summary>The tools on offer; never null.</summary>
    MimoToolSet Tools { get; }
}
