/** Every form of `#if`; the conditions hold in Haxe's interpreter and here alike. **/
#if (haxe_ver < 4)
#error "Haxe 4 is needed"
#end
class ConditionalExpressions {
	#if sys
	static var onSystem = true;
	#else
	static var onSystem = false;
	#end

	#if (false && never_defined)
	broken syntax that is never read {{{
	#end

	static function choose():String {
		return #if macro "macro" #elseif js "js" #elseif sys "sys" #else "other" #end;
	}

	static function nested():String {
		#if haxe
		#if !never_defined
		#if never_defined
		return "never";
		#elseif (sys && !js)
		return "inner";
		#else
		return "else";
		#end
		#end
		#end
	}

	static function arguments(a:Int #if never_defined, b:Int #end #if sys, ?c:Int #end):String {
		return a + " " + #if sys c #else a #end;
	}

	static function main() {
		Sys.println(onSystem);
		Sys.println(choose());
		Sys.println(nested());
		Sys.println(arguments(1));
		Sys.println(arguments(1, 2));
		Sys.println(#if true "true" #else "false" #end);
		Sys.println(#if false "true" #else "false" #end);
		Sys.println(#if !false "not false" #else "false" #end);
		Sys.println(#if !!sys "twice" #else "no" #end);
		Sys.println(#if never_defined "defined" #else "undefined" #end);
		Sys.println(#if (sys && haxe) "and" #else "no" #end);
		Sys.println(#if (never_defined || sys) "or" #else "no" #end);
		Sys.println(#if (never_defined && sys || haxe) "and binds" #else "no" #end);
		Sys.println(#if (haxe || never_defined && never_defined) "or last" #else "no" #end);
		Sys.println(#if (!never_defined && (sys || js)) "grouped" #else "no" #end);
		Sys.println(#if (!(sys && never_defined)) "not both" #else "both" #end);
		Sys.println(#if (haxe >= "4.0.0") "four" #else "old" #end);
		Sys.println(#if (haxe >= version("4.0.0")) "version" #else "old" #end);
		Sys.println(#if (haxe > version("3.4.7") && haxe < version("5.0.0")) "between" #else "outside" #end);
		Sys.println(#if (haxe >= version("4.0.0-rc.1")) "after rc" #else "before" #end);
		Sys.println(#if (haxe == version("1.2.3")) "same" #else "differs" #end);
		Sys.println(#if (haxe != version("1.2.3")) "differs" #else "same" #end);
		Sys.println(#if (haxe_ver >= 4) "number" #else "old" #end);
		Sys.println(#if (haxe_ver >= 4.0) "float" #else "old" #end);
		Sys.println(#if (haxe_ver < 100) "less" #else "more" #end);
		Sys.println(#if (never_defined >= 4) "more" #else "nothing compares" #end);
		Sys.println(#if (never_defined == "x") "equal" #else "not equal" #end);
		Sys.println(#if (never_defined != "x") "other" #else "the same" #end);
		Sys.println(#if (sys == "1") "one" #else "not one" #end);
		Sys.println(#if ("a" == "a") "texts" #else "no" #end);
		Sys.println(#if ("a" < "b") "before" #else "after" #end);
		Sys.println(#if (1 < 2) "numbers" #else "no" #end);
		Sys.println(#if (2 == 2.0) "same number" #else "no" #end);
		Sys.println(#if target.sys "dotted" #else "no" #end);
		Sys.println(#if (target.sys && target.unicode) "both dotted" #else "no" #end);
		Sys.println(#if (target.name == "never") "never" #else "named otherwise" #end);
		Sys.println(#if (haxe3 && haxe4) "three and four" #else "no" #end);
		var total = 1 #if sys + 10 #end #if never_defined + 100 #end;
		Sys.println(total);
		var list = [1, #if sys 2, #end #if js 3, #end 4];
		Sys.println(list.join(","));
		var object = {a: 1 #if sys, b: 2 #end};
		Sys.println(object.b);
		#if sys
		Sys.println("first");
		#elseif haxe
		Sys.println("never, though true");
		#else
		Sys.println("never");
		#end
		switch (2) {
			#if never_defined
			case 2: Sys.println("never");
			#else
			case 2: Sys.println("case");
			#end
			case _:
		}
		#if (haxe4) // a comment after the condition
		Sys.println("comment");
		#end // and after the end
		Sys.println("#if sys inside a text #end");
		Sys.println(#if sys#if haxe"tight"#end#end);
	}
}
