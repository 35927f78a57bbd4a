namespace Mimo;

/// <summary>
/// Marks a tool's parameter as supplied by the application's <see cref="IServiceProvider"/> (see <see cref="MimoToolContext.Services"/>);
/// the model never sees it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
