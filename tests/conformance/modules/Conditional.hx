class Conditional {
	static function main() {
		#if (undefined_flag && !other)
		Sys.println("no");
		#elseif undefined_flag
		Sys.println("neither");
		#else
		Sys.println("else");
		#end
		var x = #if undefined_flag 1 #else 2 #end;
		Sys.println(x);
		#if (haxe_ver >= 4)
		Sys.println("new");
		#end
	}
}
