using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the parameters of <c>[MimoTool]</c> methods.</summary>
internal static class ToolParameterParser
{
    /// <returns>Null if one of the parameters can't be supplied; all of them have been judged then.</returns>
    public static EquatableArray<ParameterModel>? Parse(ToolParserContext context, out EquatableArray<TypeModel> types)
    {
        IParameterSymbol? current = null;
        var graph = new TypeGraphParser(
            context.Method.ContainingAssembly,
            context.Report is null ? null : refusal => context.Report(refusal.At(Places.Type(current!, refusal.Type, context.CancellationToken), current!.Name)),
            context.CancellationToken,
            advise: context.Report);

        var parameters = new List<ParameterModel>();
        bool isSound = true;
        foreach (IParameterSymbol parameter in context.Method.Parameters)
        {
            current = parameter;
            if (ParseParameter(parameter, graph, context) is { } model && CheckAmbient(parameter, model, parameters, context))
            {
                parameters.Add(model);
            }
            else
            {
                isSound = false;
            }
        }

        types = graph.Types;
        if (isSound && FindCollision(parameters) is { } second)
        {
            context.Report?.Invoke(Diagnostic.Create(
                DiagnosticDescriptors.TwoArgumentsCollide, context.Method.Parameters[second].Locations[0], context.Method.Name, parameters[second].Property!.WireName));
            isSound = false;
        }

        return isSound ? parameters.ToEquatableArray() : null;
    }

    private static ParameterModel? ParseParameter(IParameterSymbol parameter, TypeGraphParser graph, ToolParserContext context)
    {
        if (parameter.RefKind != RefKind.None)
        {
            string origin = ParseAmbient(parameter) is null ? "its value comes from JSON" : "generated code supplies its value";
            context.Report?.Invoke(Diagnostic.Create(
                DiagnosticDescriptors.ParameterIsByReference, Places.Modifier(parameter, context.CancellationToken), parameter.Name, origin, Modifier(parameter)));
            return null;
        }

        if (ParseAmbient(parameter) is { } ambient)
        {
            return ambient;
        }

        // Code without nullable annotations says nothing about null; but what its callers must give, it counts on.
        if (graph.Parse(parameter.Type, isArgument: parameter is not { HasExplicitDefaultValue: true, ExplicitDefaultValue: null }) is not { } type)
        {
            return null;
        }

        if (context.Report is not null && graph.Model(type) is AnyModel)
        {
            string shown = parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            context.Report(Diagnostic.Create(DiagnosticDescriptors.ParameterIsFreeForm, Places.Type(parameter, part: null, context.CancellationToken), parameter.Name, shown));
        }

        AttributeData? attribute = parameter.FindAttribute(AttributeNames.MimoParameter);
        string name = "";
        string description = "";
        bool isRenamed = attribute?.TryGetNamed("Name", out name) == true;
        bool isDescribed = attribute?.TryGetNamed("Description", out description) == true;
        if (!isDescribed)
        {
            description = context.Comment.Parameter(parameter.Name);
            description = description.Length > 0 ? description : DocCommentParser.DescriptionAttribute(parameter);
        }

        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([parameter], graph.Model(type), out ConstraintProblem? problem);
        if (problem is not null)
        {
            context.Report?.Invoke(Diagnostic.Create(
                DiagnosticDescriptors.ConstraintIsUnfit, Places.Attribute(problem.Attribute, parameter, context.CancellationToken), parameter.Name, problem.Text));
            return null;
        }

        DefaultValue? defaultValue = DefaultValueCheck.WithinCount(parameter, DefaultValueParser.Parse(parameter, graph.Model(type)), constraints);
        if ((DefaultValueCheck.FindUnsayable(parameter, defaultValue, graph.Model(type)) ?? DefaultValueCheck.FindConflict(parameter, defaultValue, constraints)) is { } conflict)
        {
            context.Report?.Invoke(Diagnostic.Create(
                DiagnosticDescriptors.DefaultIsUnfit, Places.Default(parameter, context.CancellationToken), parameter.Name, conflict));
            return null;
        }

        if (context.Report is not null)
        {
            ParameterAdvice.Check(parameter, graph.Model(type), constraints, description, context);
        }

        return new ParameterModel
        {
            Role = ParameterRole.Argument,
            Property = new PropertyModel
            {
                Name = parameter.Name,
                WireName = isRenamed ? name : parameter.Name,
                Type = type,
                Description = description,
                IsRequired = defaultValue is null && !type.IsNullable,
                Constraints = constraints,
                DefaultSyntax = defaultValue?.Syntax,
                DefaultJson = defaultValue?.Json,
            },
        };
    }

    /// <summary>A parameter that the model doesn't see, since generated code supplies its value; null for all others.</summary>
    public static ParameterModel? ParseAmbient(IParameterSymbol parameter)
    {
        if (parameter.HasAttribute(AttributeNames.MimoFromServices) || parameter.HasAttribute(AttributeNames.AspNetFromServices))
        {
            return new ParameterModel
            {
                Role = ParameterRole.Service,
                AmbientSyntax = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                IsOptional = IsOptional(parameter),
            };
        }

        if (parameter.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        // Names are cheap to look at, qualified ones have to be put together.
        return type.Name is not ("CancellationToken" or "MimoToolContext" or "IServiceProvider" or "IProgress") ? null : type.QualifiedName() switch
        {
            "System.Threading.CancellationToken" => new ParameterModel { Role = ParameterRole.CancellationToken },
            "Mimo.MimoToolContext" => new ParameterModel { Role = ParameterRole.Context },
            "System.IServiceProvider" => new ParameterModel { Role = ParameterRole.ServiceProvider, IsOptional = IsOptional(parameter) },
            "System.IProgress" when type.TypeArguments.Length == 1 =>
                new ParameterModel { Role = ParameterRole.Progress, AmbientSyntax = type.TypeArguments[0].ToSyntax() },
            _ => null,
        };
    }

    /// <summary>Whether the method can do without what the parameter asks for: it says so by a default value or by <c>?</c>.</summary>
    private static bool IsOptional(IParameterSymbol parameter) =>
        parameter.Type.IsReferenceType && (parameter.HasExplicitDefaultValue || parameter.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>The place of the first parameter whose name another has already.</summary>
    private static int? FindCollision(List<ParameterModel> parameters)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        int second = parameters.FindIndex(parameter => parameter.Property is { } property && !names.Add(property.WireName));
        return second < 0 ? null : second;
    }

    /// <summary>Whether no earlier parameter is given the same thing: there is one token, one context and so on for a call.</summary>
    private static bool CheckAmbient(IParameterSymbol parameter, ParameterModel model, List<ParameterModel> earlier, ToolParserContext context)
    {
        if (model.Role is ParameterRole.Argument or ParameterRole.Service || !earlier.Any(other => other.Role == model.Role && other.AmbientSyntax == model.AmbientSyntax))
        {
            return true;
        }

        context.Report?.Invoke(Diagnostic.Create(
            DiagnosticDescriptors.AmbientIsTwice, Places.Of(parameter), parameter.Name, context.Method.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
        return false;
    }

    /// <summary>The modifier that makes a parameter refer to a variable of the caller.</summary>
    internal static string Modifier(IParameterSymbol parameter) =>
        parameter.RefKind switch { RefKind.Ref => "ref", RefKind.Out => "out", RefKind.In => "in", _ => "ref readonly" };
}
