package haxe.xml;

/** An element's children, by name: `access.node.child`. Throws a text where there is none such. **/
private abstract NodeAccess(Xml) from Xml {
	@:op(a.b) public function resolve(name:String):Access {
		var found = this.elementsNamed(name).next();
		if (found == null) throw nameOf(this) + " is missing element " + name;
		return new Access(found);
	}
}

/** An element's attributes: `access.att.name`. Throws a text where there is none such. **/
private abstract AttribAccess(Xml) from Xml {
	@:op(a.b) public function resolve(name:String):String {
		if (this.nodeType == Xml.Document) throw "Cannot access document attribute " + name;
		var value = this.get(name);
		if (value == null) throw this.nodeName + " is missing attribute " + name;
		return value;
	}

	@:op(a.b) function _setResolve(name:String, value:String):String {
		if (this.nodeType == Xml.Document) throw "Cannot access document attribute " + name;
		this.set(name, value);
		return value;
	}
}

/** Are there such attributes: `access.has.name`? **/
private abstract HasAttribAccess(Xml) from Xml {
	@:op(a.b) public function resolve(name:String):Bool {
		if (this.nodeType == Xml.Document) throw "Cannot access document attribute " + name;
		return this.exists(name);
	}
}

/** Are there such children: `access.hasNode.child`? **/
private abstract HasNodeAccess(Xml) from Xml {
	@:op(a.b) public function resolve(name:String):Bool {
		return this.elementsNamed(name).hasNext();
	}
}

/** All children of a name: `access.nodes.child`. **/
private abstract NodeListAccess(Xml) from Xml {
	@:op(a.b) public function resolve(name:String):Array<Access> {
		return [for (element in this.elementsNamed(name)) new Access(element)];
	}
}

/** An element or a document of which children and attributes are read as fields: `access.node.player.att.name`. **/
abstract Access(Xml) {
	public var x(get, never):Xml;

	/** The name of an element, "Document" for a document. **/
	public var name(get, never):String;

	/** The one text below. Throws a text where there is not just one. **/
	public var innerData(get, never):String;

	/** What is below as XML. **/
	public var innerHTML(get, never):String;

	/** The first child of a name. **/
	public var node(get, never):NodeAccess;

	/** All children of a name. **/
	public var nodes(get, never):NodeListAccess;

	/** The attribute of a name. **/
	public var att(get, never):AttribAccess;

	/** Is there the attribute? **/
	public var has(get, never):HasAttribAccess;

	/** Is there a child of the name? **/
	public var hasNode(get, never):HasNodeAccess;

	/** All elements below. **/
	public var elements(get, never):Iterator<Access>;

	public inline function new(x:Xml) {
		if (x.nodeType != Xml.Document && x.nodeType != Xml.Element) throw "Invalid nodeType " + x.nodeType;
		this = x;
	}

	inline function get_x():Xml {
		return this;
	}

	inline function get_node():NodeAccess {
		return this;
	}

	inline function get_nodes():NodeListAccess {
		return this;
	}

	inline function get_att():AttribAccess {
		return this;
	}

	inline function get_has():HasAttribAccess {
		return this;
	}

	inline function get_hasNode():HasNodeAccess {
		return this;
	}

	function get_name():String {
		return nameOf(this);
	}

	function get_elements():Iterator<Access> {
		return [for (element in this.elements()) new Access(element)].iterator();
	}

	function get_innerHTML():String {
		return [for (child in this) child.toString()].join("");
	}

	function get_innerData():String {
		var children = [for (child in this) child];
		var texts = children.filter(child -> child.nodeType == Xml.PCData || child.nodeType == Xml.CData);
		if (children.length <= 1 && texts.length == 0) throw name + " does not have data";
		var data = texts.filter(text -> text.nodeType == Xml.CData || StringTools.trim(text.nodeValue) != "");
		if (children.length == 1 && texts.length == 1) return texts[0].nodeValue;
		if (data.length == 1 && texts.length == children.length) return data[0].nodeValue;
		throw name + " does not only have data";
	}
}

private function nameOf(xml:Xml):String {
	return xml.nodeType == Xml.Document ? "Document" : xml.nodeName;
}
