class Conditional {
	#if js
	var js;
	#elseif (haxe >= "4.3.0" && !(cpp || debug))
	var modern;
	#else
	var other;
	#end

	#if target.sys
	var sys;
	#if js
	}}} "'skipped'"
	#end
	#end

	#if (haxe < version("4.2.0") || missing > 1) var old; #end
	function f() return #if debug 1 #else 2 #end;
}
