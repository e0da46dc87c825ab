import haxe.xml.Parser;
import haxe.xml.Printer;

/** What a node of an XML document is. **/
enum abstract XmlType(Int) {
	var Element = 0;
	var PCData = 1;
	var CData = 2;
	var Comment = 3;
	var DocType = 4;
	var ProcessingInstruction = 5;
	var Document = 6;

	public function toString():String {
		return switch (cast this : XmlType) {
			case Element: "Element";
			case PCData: "PCData";
			case CData: "CData";
			case Comment: "Comment";
			case DocType: "DocType";
			case ProcessingInstruction: "ProcessingInstruction";
			case Document: "Document";
		}
	}
}

/** A node of an XML document, with the nodes below it. What does not fit a node's type throws a text that says so. **/
class Xml {
	/** `<name>` **/
	public static inline final Element:XmlType = XmlType.Element;

	/** Text. **/
	public static inline final PCData:XmlType = XmlType.PCData;

	/** `<![CDATA[text]]>` **/
	public static inline final CData:XmlType = XmlType.CData;

	/** `<!--text-->` **/
	public static inline final Comment:XmlType = XmlType.Comment;

	/** `<!DOCTYPE text>` **/
	public static inline final DocType:XmlType = XmlType.DocType;

	/** `<?text?>` **/
	public static inline final ProcessingInstruction:XmlType = XmlType.ProcessingInstruction;

	/** What holds the nodes of the outermost level. **/
	public static inline final Document:XmlType = XmlType.Document;

	public var nodeType(default, null):XmlType;

	/** The name of an element; others have none. **/
	public var nodeName(get, set):String;

	/** The text of a node that is neither element nor document. **/
	public var nodeValue(get, set):String;

	/** The node above, null where there is none. **/
	public var parent(default, null):Null<Xml> = null;

	/** A name or a text, by the type. **/
	var text:String;

	final children:Array<Xml> = [];
	final attributeValues:Map<String, String> = [];

	function new(nodeType:XmlType, text:String) {
		this.nodeType = nodeType;
		this.text = text;
	}

	/** Reads a document; throws a `haxe.xml.XmlParserException` where it is not well-formed. **/
	public static function parse(str:String):Xml {
		return Parser.parse(str);
	}

	public static function createElement(name:String):Xml {
		return new Xml(Element, name);
	}

	public static function createPCData(data:String):Xml {
		return new Xml(PCData, data);
	}

	public static function createCData(data:String):Xml {
		return new Xml(CData, data);
	}

	public static function createComment(data:String):Xml {
		return new Xml(Comment, data);
	}

	public static function createDocType(data:String):Xml {
		return new Xml(DocType, data);
	}

	public static function createProcessingInstruction(data:String):Xml {
		return new Xml(ProcessingInstruction, data);
	}

	public static function createDocument():Xml {
		return new Xml(Document, "");
	}

	function get_nodeName():String {
		mustBeElement();
		return text;
	}

	function set_nodeName(v:String):String {
		mustBeElement();
		return text = v;
	}

	function get_nodeValue():String {
		mustHaveValue();
		return text;
	}

	function set_nodeValue(v:String):String {
		mustHaveValue();
		return text = v;
	}

	/** An element's attribute, null where there is none such. **/
	public function get(att:String):Null<String> {
		mustBeElement();
		return attributeValues[att];
	}

	public function set(att:String, value:String):Void {
		mustBeElement();
		attributeValues[att] = value;
	}

	/** Removes an attribute. **/
	public function remove(att:String):Void {
		mustBeElement();
		attributeValues.remove(att);
	}

	/** Is there such an attribute? **/
	public function exists(att:String):Bool {
		mustBeElement();
		return attributeValues.exists(att);
	}

	/** The names of an element's attributes, in the order in which they came. **/
	public function attributes():Iterator<String> {
		mustBeElement();
		return attributeValues.keys();
	}

	/** The nodes right below an element or a document. **/
	public function iterator():Iterator<Xml> {
		mustHaveChildren();
		return children.iterator();
	}

	/** The elements among them. **/
	public function elements():Iterator<Xml> {
		mustHaveChildren();
		return children.filter(child -> child.nodeType == Element).iterator();
	}

	/** The elements of that name among them. **/
	public function elementsNamed(name:String):Iterator<Xml> {
		mustHaveChildren();
		return children.filter(child -> child.nodeType == Element && child.nodeName == name).iterator();
	}

	/** Null where there is none. **/
	public function firstChild():Null<Xml> {
		mustHaveChildren();
		return children.length == 0 ? null : children[0];
	}

	/** Null where there is none. **/
	public function firstElement():Null<Xml> {
		mustHaveChildren();
		for (child in children) if (child.nodeType == Element) return child;
		return null;
	}

	/** Puts a node behind the others, and takes it from where it was. **/
	public function addChild(x:Xml):Void {
		mustHaveChildren();
		x.leaveParent();
		children.push(x);
		x.parent = this;
	}

	/** False where `x` is not right below. **/
	public function removeChild(x:Xml):Bool {
		mustHaveChildren();
		if (!children.remove(x)) return false;
		x.parent = null;
		return true;
	}

	/** Puts a node before the one at `pos`, as `Array.insert` does, and takes it from where it was. **/
	public function insertChild(x:Xml, pos:Int):Void {
		mustHaveChildren();
		x.leaveParent();
		children.insert(pos, x);
		x.parent = this;
	}

	function leaveParent():Void {
		if (parent != null) parent.removeChild(this);
	}

	/** The node as XML, as it was read. **/
	public function toString():String {
		return Printer.print(this);
	}

	function mustBeElement():Void {
		if (nodeType != Element) throw "Bad node type, expected Element but found " + nodeType.toString();
	}

	function mustHaveValue():Void {
		if (nodeType == Document || nodeType == Element) throw "Bad node type, unexpected " + nodeType.toString();
	}

	function mustHaveChildren():Void {
		if (nodeType != Document && nodeType != Element) {
			throw "Bad node type, expected Element or Document but found " + nodeType.toString();
		}
	}
}
